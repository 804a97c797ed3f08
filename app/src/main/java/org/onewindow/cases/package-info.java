/**
 * The life of one case (办件), from receipt to delivery (C1-C16).
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "postgres",
            "http",
            "journal",
            "clockwork",
            "calendar",
            "divisions",
            "access",
            "parties",
            "documents",
            "catalogue",
            "timelimit"
        })
@NullMarked
package org.onewindow.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
