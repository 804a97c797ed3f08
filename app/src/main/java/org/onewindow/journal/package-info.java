/**
 * Append what happened, once, in order; let followers read on from where they were (C12, C13).
 */
@ApplicationModule(allowedDependencies = {"kernel", "postgres", "clockwork"})
@NullMarked
package org.onewindow.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
