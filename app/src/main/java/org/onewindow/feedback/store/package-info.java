/** The only place with SQL of feedback. */
@NullMarked
package org.onewindow.feedback.store;

import org.jspecify.annotations.NullMarked;
