/**
 * The pages on which a centre is kept: catalogue, calendars, staff and authority. They only show and ask; what is lawful and who
 * may, the doors they call say. Nobody uses it.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "http", "calendar", "divisions", "access", "catalogue", "timelimit", "joint"})
@NullMarked
package org.onewindow.manage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
