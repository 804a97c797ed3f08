/**
 * The tree of county, townships, villages; centres, zones, windows, departments (section 1, N4).
 */
@ApplicationModule(allowedDependencies = {"kernel", "http"})
@NullMarked
package org.onewindow.divisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
