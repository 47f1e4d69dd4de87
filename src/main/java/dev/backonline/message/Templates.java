package dev.backonline.message;

import io.quarkus.qute.Engine;

/** The template engine as it is used here: plain text, plain variables, nothing else reachable. */
final class Templates {
    private Templates() {}

    static Engine engine() {
        return Engine.builder().addDefaults().strictRendering(true).build();
    }
}
