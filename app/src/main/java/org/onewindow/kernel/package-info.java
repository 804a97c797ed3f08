/**
 * The clock, actors, money in fen, page cursors, refusals. Knows no domain and depends on nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.onewindow.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
