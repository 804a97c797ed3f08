/**
 * Turn a template and a model into a stored PDF. Knows no case.
 */
@ApplicationModule(allowedDependencies = {"kernel", "http"})
@NullMarked
package org.onewindow.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
