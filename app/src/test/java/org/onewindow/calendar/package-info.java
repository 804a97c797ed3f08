/** The calendars over real PostgreSQL. */
@NullMarked
package org.onewindow.calendar;

import org.jspecify.annotations.NullMarked;
