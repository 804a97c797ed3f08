/**
 * The demonstration county: loads it into an empty database, with users whose password is demo. Nobody uses it.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "journal", "clockwork", "calendar", "divisions", "access", "catalogue", "joint"
        })
@NullMarked
package org.onewindow.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
