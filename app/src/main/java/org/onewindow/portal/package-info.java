/**
 * The public's pages. Nobody uses it.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "journal",
            "calendar",
            "divisions",
            "access",
            "documents",
            "catalogue",
            "timelimit",
            "cases",
            "joint",
            "feedback"
        })
@NullMarked
package org.onewindow.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
