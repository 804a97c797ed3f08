/**
 * The frame every page stands in: whose hall it is, who works, language and care mode. Its templates are in templates/layout;
 * nobody needs its classes.
 */
@ApplicationModule(allowedDependencies = {"kernel", "access", "divisions"})
@NullMarked
package org.onewindow.layout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
