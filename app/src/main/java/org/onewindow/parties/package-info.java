/**
 * Who applies: what identifies a person or organisation, once, encrypted, apart from everything else (V3, GB 11643, GB 32100).
 */
@ApplicationModule(allowedDependencies = {"kernel", "postgres", "journal"})
@NullMarked
package org.onewindow.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
