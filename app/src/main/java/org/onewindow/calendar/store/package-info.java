/**
 * The calendars' tables; the only SQL of the module.
 */
@NullMarked
package org.onewindow.calendar.store;

import org.jspecify.annotations.NullMarked;
