/** Makes the store of staff for tests of other rooms. */
@NullMarked
package org.onewindow.access.store;

import org.jspecify.annotations.NullMarked;
