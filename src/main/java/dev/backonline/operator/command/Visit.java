package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.operator.door.OperatorName;
import io.vertx.ext.web.RoutingContext;

/** One request of an operator: who it is, where, and the JSON that was sent. */
record Visit(OperatorName operator, RoutingContext context, JsonNode body) {
    String parameter(String name) {
        return String.valueOf(context.pathParam(name));
    }
}
