/**
 * The staff's pages. Nobody uses it.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "journal",
            "calendar",
            "divisions",
            "access",
            "parties",
            "documents",
            "catalogue",
            "timelimit",
            "cases",
            "joint",
            "feedback"
        })
@NullMarked
package org.onewindow.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
