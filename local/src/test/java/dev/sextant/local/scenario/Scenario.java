package dev.sextant.local.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The bad days a test plays, as {@code docs/scenarios.md} names and numbers them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Scenario {

    /** Names of scenarios. */
    String[] value() default {};

    /** Numbers of fault cases. */
    int[] cases() default {};
}
