package dev.backonline.page;

import java.util.Map;

/** One part of the site. Pure: what it writes depends on the model alone. */
public interface Chapter {
    /** The texts by their paths, which begin with a slash. */
    Map<String, Sheet> write(PageModel model);
}
