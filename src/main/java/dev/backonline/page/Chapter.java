package dev.backonline.page;

import java.util.HashMap;
import java.util.Map;

/** One part of the site. Pure: what it writes depends on the model and on what was shown before alone. */
public interface Chapter {
    /** The texts by their paths, which begin with a slash; those about single services are not among them. */
    Map<String, Sheet> write(PageModel model);

    /** The same where it matters what the present site says, such as when something was told first. */
    default Map<String, Sheet> write(PageModel model, Site present) {
        return write(model);
    }

    /** What it says of single services. There may be many, so that it prepares nothing for each. */
    default ServiceChapter services(PageModel model, Site present) {
        return ServiceChapter.NONE;
    }

    /** All that it has to say, of each service too. */
    default Map<String, Sheet> whole(PageModel model, Site present) {
        var all = new HashMap<>(write(model, present));
        var services = services(model, present);
        model.catalog().services().values().stream()
                .flatMap(service -> ServiceAddress.all(service, model))
                .forEach(address -> services.write(address).ifPresent(sheet -> all.put(address.path(), sheet)));
        return all;
    }
}
