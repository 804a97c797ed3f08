/**
 * The conventions of the HTTP contract: problems, idempotency keys, versions, languages, cursors.
 */
@ApplicationModule(allowedDependencies = {"kernel", "journal"})
@NullMarked
package org.onewindow.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
