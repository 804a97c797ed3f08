package org.onewindow.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a controller answers through a {@link Reply}, whose bytes don't tell; for the API's description. On a class it holds
 * for all its methods that take a reply. Some other method must answer with the type itself, so that it is described.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    /** The type that is written as JSON. */
    Class<?> value();

    /** The status of success. */
    int status() default 200;
}
