/**
 * Brings up the database: the one we carry along, or the one we are told of; migrations, logins, durability checked.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.onewindow.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
