/**
 * What can be applied for: items, versions, materials, steps, limits, guides (K1-K10, K6a).
 */
@ApplicationModule(allowedDependencies = {"kernel", "http", "journal", "divisions", "access", "documents", "timelimit"})
@NullMarked
package org.onewindow.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
