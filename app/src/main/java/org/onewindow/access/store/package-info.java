/** The only place with SQL on schema access. */
@NullMarked
package org.onewindow.access.store;

import org.jspecify.annotations.NullMarked;
