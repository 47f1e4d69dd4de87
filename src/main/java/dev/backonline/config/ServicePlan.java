package dev.backonline.config;

import dev.backonline.catalog.Service;
import dev.backonline.verdict.Rule;
import java.util.List;

/** One service as the file describes it: its checks, and how each of them is judged. */
public record ServicePlan(Service service, List<CheckPlan<?>> checks, List<Rule> rules) {
    public ServicePlan {
        checks = List.copyOf(checks);
        rules = List.copyOf(rules);
    }
}
