@NullMarked
package org.onewindow.joint.store;

import org.jspecify.annotations.NullMarked;
