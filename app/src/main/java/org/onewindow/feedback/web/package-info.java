/** REST endpoints of feedback. */
@NullMarked
package org.onewindow.feedback.web;

import org.jspecify.annotations.NullMarked;
