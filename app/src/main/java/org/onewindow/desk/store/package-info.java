/** The only place with SQL of the desk. */
@NullMarked
package org.onewindow.desk.store;

import org.jspecify.annotations.NullMarked;
