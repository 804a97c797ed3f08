/** The only place with SQL of cases. */
@NullMarked
package org.onewindow.cases.store;

import org.jspecify.annotations.NullMarked;
