/**
 * Evaluation and consultation (C1, C1a, F1).
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "journal",
            "access",
            "parties",
            "documents",
            "divisions",
            "catalogue",
            "cases"
        })
@NullMarked
package org.onewindow.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
