/**
 * Wake what is due, in order, once (T13, S2). The only timer there is.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.onewindow.clockwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
