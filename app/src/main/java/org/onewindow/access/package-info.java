/**
 * Who someone is, which posts they hold, what they may do (C14, K10). Deny by default.
 */
@ApplicationModule(allowedDependencies = {"kernel", "http", "divisions", "parties"})
@NullMarked
package org.onewindow.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
