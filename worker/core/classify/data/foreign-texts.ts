/**
 * What people also ask and say, about anything. A classifier that learns from lines of a few subjects never sees the
 * rest of the world; these show it. Written for this purpose; a line that looks like one of the classes is not used.
 */
export const foreignTexts = `
why do onions make you cry
what year did the titanic sink
how deep is the pacific ocean
who painted the mona lisa
what is the boiling point of alcohol
how many bones does a shark have
which river runs through cairo
how do bees make honey
name the largest desert in the world
what is the difference between a crocodile and an alligator
who was the first woman in space
when did the vietnam war end
how does a microwave work
explain black holes to me
what are the symptoms of a cold
how often should i water a cactus
what is the capital of mongolia
is a tomato a fruit
how long do elephants live
why is the sea salty
do fish sleep
how do i get rid of ants
what's the best way to clean a grill
my printer prints blank pages
the washing machine is leaking
how do i jump start a truck
what oil should i put in my lawn mower
where is the spare wheel
how do i sharpen a knife
what glue holds metal
how can i stop my nose from bleeding
is it bad to crack your knuckles
how many hours should a baby sleep
what can i do against hiccups
should i see a doctor about this rash
how do i get a passport photo taken
where can i vote
what are the side effects of aspirin
how do i file for divorce
what is the minimum wage in ohio
can my landlord raise the rent
who pays for a broken window
is it legal to park on the lawn
how do i write a will
what taxes does a freelancer pay
which college has the best law school
how do i get into film school
what is the average salary of a nurse
how do you say cheese in finnish
what rhymes with orange
how do you pronounce quinoa
what's another word for happy
who wrote the great gatsby
what does the word ubiquitous mean
is there a sequel to that movie
who plays the villain in the new film
what was the first video game
how many seasons does that series have
recommend me a podcast about history
which band played at the stadium last night
what's the name of the singer with the hat
who won the tennis match
how many players are on a rugby team
what is offside
when do the olympics start
who holds the record for the long jump
how do i throw a curveball
what should i feed a hedgehog
how do i train a parrot to talk
my cat scratches the sofa
are poodles smart
can rabbits eat bananas
what kind of spider is this
how do i prune an apple tree
when should i plant tulips
what soil does lavender need
how do i build a birdhouse
which wood burns longest
how do i frame a picture
what color goes with teal
how do i fold a fitted sheet
how can i get gum out of hair
what perfume smells like vanilla
which jeans fit tall people
how do i sew a button
what's a good haircut for a round face
how do i whiten my teeth
are push ups good for you
how many steps are in a mile
what muscles does rowing use
how do i meditate
what does it mean to dream of falling
is there life on mars
how far away is the nearest star
what's inside a battery
how is paper made
why do leaves change color
what is the atomic number of gold
how do airplanes stay in the air
who discovered penicillin
what is pi to ten digits
how do you find the area of a circle
solve x squared equals nine
what's the probability of rolling two sixes
how many feet are in a meter
who founded the red cross
what is the population of chile
which countries border poland
why did the empire fall
who was king before him
what's the longest river in europe
when was paper money invented
what is the oldest city
how do volcanoes erupt
what's the tide today
is the pollen count high
how hot does the desert get
when is the next solar eclipse
what phase is the moon in
how do i block a number
my phone screen is cracked
which laptop is good for students
how do i take a screenshot
the internet is down again
how do i install a second monitor
what's the newest console
how do i convert a video
can you hack into my ex's account
how much memory do i need for editing
what programming language should i learn
how do i make a website
who invented email
what does a blockchain do
is my house worth more than last year
what are mortgage rates doing
should i invest in gold
how do i start saving for college
which stocks went up most
what's the euro worth in yen
how do i sell jewelry
where's the closest gas station
is there a pharmacy open at night
which museum is free on sundays
how do i get to the zoo
what's the best beach in spain
are there sharks near the coast
which bus goes downtown
how much does a taxi to the centre cost
where can i rent a canoe
what time does the mall open
is the post office closed today
find a plumber who works on sundays
who can repair my piano
is there a bakery around the corner
where do i recycle batteries
when is the garbage collected
how do i adopt a child
what should i say at a funeral
how do i apologize to a friend
my boyfriend forgot my birthday
do you think she likes me
how do i make new friends
i feel sad today
i am so bored
i just got engaged
my brother is getting on my nerves
nobody understands me
i had a strange dream last night
i think my neighbor is a spy
the kids are driving me crazy
that was a great party
i love this song so much
it smells funny in here
you are wrong about that
i changed my hair
we moved into a bigger house
my grandmother turned ninety
i forgot what i wanted to say
do you believe in ghosts
what is love
are you afraid of the dark
do you have any siblings
what do you think about politics
sing something for me
write me a poem about autumn
make up a bedtime story
pretend to be a pirate
guess my age
count backwards from one hundred
spell it backwards
give me a riddle
how do i do a magic trick
teach me to juggle
what's the rule in chess about castling
how many cards are in a deck of tarot
how do i win at monopoly
what's the secret of a good marriage
who is the patron saint of travelers
what do monks eat
when is ramadan
what does this painting mean
how do you play the flute
which guitar strings are best
how do i read sheet music
what is a haiku
who designed this building
how do i take photos at night
which lens is good for portraits
how do i develop film
what's the news about the election
who is running for mayor
what did the senator say
is there a strike tomorrow
how many seats are in parliament
what caused the blackout
did they find the missing boat
which team got relegated
draw a map of the island
show me pictures of kittens
compare these two vacuum cleaners
what's the warranty on a fridge
how loud is a vacuum cleaner
which mattress is good for the back
how do i hang a heavy mirror
what drill bit do i need for concrete
how do i insulate the attic
can i paint over wallpaper
who makes the best umbrellas
how do i clean a fish tank
what is the speed of sound
do cats always land on their feet
how many legs does a lobster have
what sound does a fox make
how do i tell a real diamond
what is the dress code for a cocktail party
how do i get a fishing license
where can i learn to sail
how do i become a judge
what does a sociologist do
should i quit smoking
how do i lower my blood pressure
what foods have iron
how does a pacemaker work
who can donate blood
how do i get rid of a headache
asdf qwer zxcv
lorem ipsum dolor
blah blah whatever
`
  .trim()
  .split('\n');
