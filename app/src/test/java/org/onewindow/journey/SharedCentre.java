package org.onewindow.journey;

import org.onewindow.testing.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One centre for all classes that extend this, so that it starts once. Nobody may count on which day it is. */
abstract class SharedCentre extends RunningCentre {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        runOn(DATABASE, registry);
    }
}
