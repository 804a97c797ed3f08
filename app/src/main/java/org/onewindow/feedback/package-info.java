/**
 * Evaluation and consultation (C1, C1a, F1). A question that can't be answered at once is passed on with a limit (T11); that it wasn't
 * answered in time, supervision asks {@link org.onewindow.feedback.UnansweredConsultations}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "journal",
            "access",
            "parties",
            "documents",
            "calendar",
            "divisions",
            "catalogue",
            "cases"
        })
@NullMarked
package org.onewindow.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
