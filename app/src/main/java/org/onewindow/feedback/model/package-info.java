/** Pure rules of consultations: what may be asked of whom, answered, and until when. */
@NullMarked
package org.onewindow.feedback.model;

import org.jspecify.annotations.NullMarked;
