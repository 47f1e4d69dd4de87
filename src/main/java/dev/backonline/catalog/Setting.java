package dev.backonline.catalog;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one key of {@code backonline.yaml}; the key is the record component's name in kebab case.
 * The reference and the JSON schema are generated from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** What the key means, in one or two sentences. */
    String value();

    /** The value when the key is absent, as it would be written in the file; empty: the key is required or optional by its type. */
    String fallback() default "";

    /** One example as it would be written in the file. */
    String example() default "";
}
