package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What was commanded, by whom, and what came of it: {@code /operator/audit}. */
public final class AuditRoutes {
    /** Ours: what a person looks through. */
    private static final int MOST = 200;

    private final Audit audit;

    public AuditRoutes(Audit audit) {
        this.audit = audit;
    }

    public void mount(Hatch hatch) {
        hatch.show("/operator/audit", _ -> list());
    }

    private Said list() {
        var body = JsonNodeFactory.instance.objectNode();
        var entries = body.putArray("audit");
        for (var entry : audit.newest(MOST)) {
            entries.addObject()
                    .put("at", entry.at().toString())
                    .put("operator", entry.operator().value())
                    .put("order", entry.order())
                    .put("result", entry.result());
        }
        return Said.shown(body);
    }
}
