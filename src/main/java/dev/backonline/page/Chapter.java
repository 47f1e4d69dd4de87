package dev.backonline.page;

import java.util.Map;

/** One part of the site. Pure: what it writes depends on the model and on what was shown before alone. */
public interface Chapter {
    /** The texts by their paths, which begin with a slash. */
    Map<String, Sheet> write(PageModel model);

    /** The same where it matters what the present site says, such as when something was told first. */
    default Map<String, Sheet> write(PageModel model, Site present) {
        return write(model);
    }
}
