/**
 * Clocks: facts in, due instants and used days out (T0-T15). Pure: values and arithmetic, no table; only the public calculator in
 * {@code web} knows HTTP.
 */
@ApplicationModule(allowedDependencies = {"kernel", "http", "calendar"})
@NullMarked
package org.onewindow.timelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
