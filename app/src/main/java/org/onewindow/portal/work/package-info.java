/** What the portal keeps from the journal. */
@NullMarked
package org.onewindow.portal.work;

import org.jspecify.annotations.NullMarked;
