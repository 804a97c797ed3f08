/** The only place with SQL of the portal. */
@NullMarked
package org.onewindow.portal.store;

import org.jspecify.annotations.NullMarked;
