package dev.backonline.page.badge;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A badge as shields.io's endpoint reads it, schema version 1. A state of trouble is no error of the badge. */
@RegisterForReflection
record Shield(int schemaVersion, String label, String message, String color, boolean isError) {
    static Shield of(Badge badge) {
        return new Shield(1, badge.label(), badge.message(), badge.color(), false);
    }
}
