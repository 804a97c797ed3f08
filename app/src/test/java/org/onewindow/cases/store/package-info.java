/** Makes the stores of cases for tests of other rooms. */
@NullMarked
package org.onewindow.cases.store;

import org.jspecify.annotations.NullMarked;
