/**
 * Which day is a working day, by region and published edition (T1-T3, T13, T15).
 */
@ApplicationModule(allowedDependencies = {"kernel", "journal", "clockwork", "http"})
@NullMarked
package org.onewindow.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
