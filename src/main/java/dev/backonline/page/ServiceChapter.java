package dev.backonline.page;

import java.util.Optional;

/** What a part of the site says of single services, for one model; each document is written by itself. Safe for several threads. */
@FunctionalInterface
public interface ServiceChapter {
    /** Nothing of any service. */
    ServiceChapter NONE = _ -> Optional.empty();

    /** Empty: this part has no such file. */
    Optional<Sheet> write(ServiceAddress address);
}
