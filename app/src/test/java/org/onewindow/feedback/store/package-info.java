@NullMarked
package org.onewindow.feedback.store;

import org.jspecify.annotations.NullMarked;
