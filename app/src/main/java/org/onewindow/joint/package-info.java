/**
 * A matter made of several cases with a graph between them (并联审批, 一件事; J1–J6).
 *
 * <p>A {@link org.onewindow.joint.Theme} bundles items of several departments in stages. {@link org.onewindow.joint.model.StageGraph}
 * says what the graph of a stage means in days; everything else here rests on it.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "journal",
            "clockwork",
            "calendar",
            "divisions",
            "access",
            "parties",
            "documents",
            "catalogue",
            "timelimit",
            "cases"
        })
@NullMarked
package org.onewindow.joint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
