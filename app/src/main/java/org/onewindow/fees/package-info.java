/**
 * What is owed and paid (C6).
 */
@ApplicationModule(allowedDependencies = {"kernel", "http", "journal", "access", "catalogue", "cases"})
@NullMarked
package org.onewindow.fees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
