product = Minsheng
skip = Skip to the content
other-language = 中文
elder-version = Large type
standard-version = Standard
error-prefix = Error:{" "}
back = Back
continue = Continue
pages = Pages
page-next = Next page
nav-work = Work
nav-queue = Queue
nav-insight = Satisfaction
nav-needs = What people report
nav-results = Results
nav-help = Help
nav-privacy = How we protect your data
nav-accessibility = Accessibility
nav-methods = How it is computed
nav-prefs = Type size, colours, language
nav-staff = Staff sign-in
sign-out-name = Sign out ({ $name })
foot-help-before = Stuck? Call
foot-help-after = , or ask the staff of your community centre to do it for you.
kind-urgent = Urgent
kind-difficult = Difficult
kind-longed = Longed-for
kind-none = Unclassified
category-utilities = Water, power, heating
category-housing = Lifts and housing
category-roads = Roads and travel
category-cleanliness = Cleanliness
category-noise = Noise
category-health = Health and elder care
category-school = School and childcare
category-online = Online service problem
level-1 = Very dissatisfied
level-2 = Dissatisfied
level-3 = Fairly satisfied
level-4 = Satisfied
level-5 = Very satisfied
outcome-unused = I did not use it
outcome-failed = I could not finish
status-received = Received
status-passed-on = Passed on
status-passed-on-to = Passed to { $unit }
status-in-progress = In progress
status-answered = Answered, waiting for you
status-solved = Solved (you confirmed)
status-partly-solved = Partly solved
status-reopened = Reopened
status-refused = Not accepted
status-merged = Merged
place-unknown = Staff will check the place
people-have-this = { $n ->
    [one] 1 person has this
   *[other] { $n } people have this
}
overdue-days = { $n ->
    [one] 1 day overdue
   *[other] { $n } days overdue
}
overdue-hours = { $n ->
    [one] 1 hour overdue
   *[other] { $n } hours overdue
}
left-days = { $n ->
    [one] 1 day left
   *[other] { $n } days left
}
left-hours = { $n ->
    [one] 1 hour left
   *[other] { $n } hours left
}
due-today = Due today
community-staff = Community staff
no-ratings = No ratings yet
distribution-words = Very dissatisfied { $a }, dissatisfied { $b }, fairly satisfied { $c }, satisfied { $d }, very satisfied { $e }
summary-heading = There is a problem ({ $n })
too-long = Must be { $most } characters or fewer. You have { $over } too many
too-short = Write at least { $least } characters
text-missing = Write a few words
reason-missing = Give the reason. The resident reads it word for word
unit-missing = Select an office
not-a-choice = Select one of the choices
not-now = It can no longer be changed. You can add a detail on the progress page
key-missing = This form is out of date. Send it again, what you wrote is still here
key-reused = This form was already sent with other content. Open it again to send something new
sign-in-wrong = The user name or the password is wrong
login-missing = Enter your user name
password-missing = Enter your password
problem-home = Go to the start page
problem-call = Call 12345
problem-invalid = We do not understand this request
problem-invalid-text = Nothing was changed. Go back and try again.
problem-forbidden = You cannot do this here
problem-forbidden-text = Nothing was changed. If you are staff: only residents themselves rate and confirm.
problem-not-found = Page not found
problem-not-found-text = The address may be mistyped, or it is not public. What you sent is still with us.
problem-conflict = Somebody was faster
problem-conflict-text = The state has changed and your step was not taken. Go back to see how it stands now.
problem-gone = This was withdrawn
problem-gone-text = The person who reported it took it back, so it is no longer public.
problem-too-large = That is too large
problem-too-large-text = It was not accepted. Write a little less, or use smaller photos.
problem-too-many = Too many tries
problem-too-many-text = Try again in 10 minutes, or call 12345. Nothing you wrote before is lost.
problem-internal = Something went wrong
problem-internal-text = It is our fault and we have noted it. If you did not see "Received", send it again. It will not be counted twice.
problem-busy = Too many people at once
problem-busy-text = This was not sent. Try again in 10 seconds. It will not be counted twice.
problem-full = We cannot store more right now
problem-full-text = This was not sent. Try again later, or call 12345.
act-not-yet = This step is not possible here yet
