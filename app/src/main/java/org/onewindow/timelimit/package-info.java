/**
 * Clocks: facts in, due instants and used days out (T0-T15). Pure: values and arithmetic, no table.
 */
@ApplicationModule(allowedDependencies = {"kernel", "calendar"})
@NullMarked
package org.onewindow.timelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
