/** Signing in, the program's web security, and the REST endpoints and pages of this module. */
@NullMarked
package org.onewindow.access.web;

import org.jspecify.annotations.NullMarked;
