/**
 * Brings up the database: the one we carry along, or the one we are told of; migrations, logins, durability checked.
 *
 * <p>Two logins: the owner ({@code onewindow_owner}) runs the migrations, the program ({@code onewindow_program}) may only
 * read and write rows. A migration that names the program's login writes the placeholder <code>${program}</code>, because
 * an outside database may call it differently.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.onewindow.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
